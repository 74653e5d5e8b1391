// Before anything is drawn: the theme that the reader chose, so that no page flashes in another.
try {
  const theme = localStorage.getItem("thaw-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // a browser that keeps nothing shows the system's theme
}
// Icon and manifest by their whole address: a relative one would lead elsewhere once the address loses its last slash.
for (const link of document.querySelectorAll("link[rel=icon], link[rel=manifest]")) link.href = String(link.href);
