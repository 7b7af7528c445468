// before first paint: the reader's choice of light or dark, kept in this browser only
try {
  var theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // storage is off: the system's choice stands
}
