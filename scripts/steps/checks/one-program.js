import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import svelte from 'eslint-plugin-svelte';
import typescript from 'typescript';
import ts from 'typescript-eslint';

/*
 * Types for lint rules out of one TypeScript program that holds all sources and components. Left alone, typescript-eslint makes the program
 * anew for each of the 300 components, because what it is given of one (its script and template as one script) is not what is on the disk.
 * What an editor has changed since is not in the program, and is left to the project service.
 * Plain JavaScript: eslint.config.js is read without a compiler.
 */
const CONFIG = 'tsconfig.json';
/** What the plugin hands to TypeScript in place of the file. */
const REWRITTEN = /\.svelte(\.ts)?$/;
const svelteParser = svelte.configs.base.map(({ languageOptions }) => languageOptions?.parser).find((parser) => parser !== undefined);

/** Ends the plugin's work on a component as soon as its script is made. */
class Made extends Error {
  /** @param {string} script */
  constructor(script) {
    super('made');
    this.script = script;
  }
}

/**
 * The script that the plugin makes of a component, which it hands to the parser with the demand for types, after others without.
 * @param {string} filePath
 * @param {object} svelteConfig
 */
function asScript(filePath, svelteConfig) {
  const code = readFileSync(filePath, 'utf8');
  const parser = {
    ...ts.parser,
    /** @type {typeof ts.parser.parseForESLint} */
    parseForESLint(text, options) {
      if (options?.projectService) throw new Made(typeof text === 'string' ? text : text.text);
      return ts.parser.parseForESLint(text, options);
    }
  };
  try {
    svelteParser.parseForESLint(code, { filePath, svelteConfig, parser, projectService: true });
  } catch (made) {
    if (made instanceof Made) return made.script;
    // what cannot be parsed is told when the file has its turn
  }
  return code;
}

/** @param {object} svelteConfig */
function createProgram(svelteConfig) {
  const { config } = typescript.readConfigFile(CONFIG, (path) => readFileSync(path, 'utf8'));
  const extension = { extension: '.svelte', isMixedContent: false, scriptKind: typescript.ScriptKind.Deferred };
  const { options, fileNames } = typescript.parseJsonConfigFileContent(config, typescript.sys, resolve('.'), undefined, CONFIG, undefined, [extension]);
  // components have an extension that is not TypeScript's
  const all = { ...options, allowNonTsExtensions: true, noEmit: true };
  const host = typescript.createCompilerHost(all, true);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version, ...rest) =>
    REWRITTEN.test(name) && !name.includes('/node_modules/')
      ? typescript.createSourceFile(name, asScript(name, svelteConfig), version, true, typescript.ScriptKind.TS)
      : getSourceFile(name, version, ...rest);
  return typescript.createProgram(fileNames, all, host);
}

/**
 * typescript-eslint's parser with one program for the whole run.
 * @param {object} svelteConfig
 */
export function oneProgram(svelteConfig) {
  /** @type {typescript.Program | undefined} */
  let program;
  return {
    ...ts.parser,
    /** @type {typeof ts.parser.parseForESLint} */
    parseForESLint(code, options) {
      if (!options?.projectService) return ts.parser.parseForESLint(code, options);
      program ??= createProgram(svelteConfig);
      const known = program.getSourceFile(options.filePath ?? '')?.text === (typeof code === 'string' ? code : code.text);
      return ts.parser.parseForESLint(
        code,
        known ? { ...options, projectService: false, programs: [program], disallowAutomaticSingleRunInference: true } : options
      );
    }
  };
}
