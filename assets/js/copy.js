// Copies a command. Loaded by the pages that show commands; without it, or where the browser has no clipboard for
// the page (plain HTTP), the button stays hidden and the text can be selected.
(function () {
  "use strict";
  if (!navigator.clipboard || !window.isSecureContext) return;
  function show() {
    document.querySelectorAll("button[data-copy][hidden]").forEach(function (button) { button.hidden = false; });
  }
  show();
  document.addEventListener("htmx:afterSwap", show);

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-copy]");
    var text = button && button.parentElement.querySelector("code");
    if (!text) return;
    navigator.clipboard.writeText(text.textContent).then(function () {
      var label = button.textContent;
      if (label === button.dataset.copied) return;
      button.textContent = button.dataset.copied;
      setTimeout(function () { button.textContent = label; }, 2000);
    }, function () { button.hidden = true; });
  });
})();
