// Runs before the first paint: a chosen theme, or none (then the system's holds).
(function () {
  try {
    var theme = localStorage.getItem("muster-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (_) { /* storage may be forbidden; the system's theme holds */ }
})();
