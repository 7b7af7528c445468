const isArchive = async (file: File): Promise<boolean> => (await file.slice(0, 2).text()) === 'PK';

/** Files apart: projects that were saved here, and all others. A file that cannot be read is one of the others, which say so. */
export async function projectsAmong(files: readonly File[]): Promise<Readonly<{ projects: File[]; others: File[] }>> {
  const among = await Promise.all(
    files.map(async (file) => {
      try {
        if (!(await isArchive(file))) return false;
        const { isProject } = await import('./project/open-project');
        return await isProject(file);
      } catch {
        return false;
      }
    })
  );
  return { projects: files.filter((_, i) => among[i]), others: files.filter((_, i) => !among[i]) };
}
