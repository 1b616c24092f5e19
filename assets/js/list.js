// For pages with a list: keys, selecting, and what stays when rows are replaced. Every list works without it.
(function () {
  "use strict";
  var root = document.documentElement;
  var here = document.querySelector.bind(document);
  var all = function (css, within) { return Array.from((within || document).querySelectorAll(css)); };
  var shown = function (number) { return Number(number).toLocaleString(root.lang || "en"); };

  // ---- Keys: j and k move along the rows, x selects, ? names the keys ---------------------------
  var sheet = document.getElementById("keys");
  // The row that was reached last, by its place: rows may have been replaced since.
  var place = -1;

  function isTyping(element) {
    if (!element) return false;
    if (element.isContentEditable || /^(TEXTAREA|SELECT)$/.test(element.tagName)) return true;
    return element.tagName === "INPUT" && !/^(checkbox|radio|button|submit)$/.test(element.type);
  }

  function rows() { return all("[data-rows] > tr"); }

  function rowOf(element) {
    var row = element && element.closest("[data-rows] > tr");
    return row ? rows().indexOf(row) : -1;
  }

  // The row's first link, or what else it can do, or the row itself.
  function reach(row) {
    var target = row.querySelector("a[href], summary, button") || row;
    if (target === row) row.tabIndex = -1;
    target.focus();
    row.scrollIntoView({ block: "nearest" });
  }

  function move(by) {
    var list = rows();
    if (!list.length) return;
    var from = rowOf(document.activeElement);
    if (from < 0) from = place < 0 ? (by > 0 ? -1 : list.length) : place - (by > 0 ? 1 : -1);
    place = Math.max(0, Math.min(list.length - 1, from + by));
    reach(list[place]);
  }

  // Where letters are not Latin, the key of that place counts.
  function keyOf(event) {
    if (/^[\x21-\x7e]$/.test(event.key)) return event.key.toLowerCase();
    return { KeyJ: "j", KeyK: "k", KeyX: "x" }[event.code];
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.body.dataset.shortcuts === "off" || isTyping(document.activeElement)) return;
    if (here("dialog[open]") || (sheet && sheet.showPopover && here(":popover-open"))) return;
    var key = keyOf(event);
    if (key === "j") move(1);
    else if (key === "k") move(-1);
    else if (key === "?" && sheet && sheet.showPopover) sheet.showPopover();
    else if (key === "x" && rowOf(document.activeElement) >= 0) {
      var box = rows()[rowOf(document.activeElement)].querySelector("[data-select]");
      if (!box) return;
      box.click();
    } else return;
    event.preventDefault();
  });

  document.addEventListener("focusin", function (event) {
    var at = rowOf(event.target);
    if (at >= 0) place = at;
  });

  // ---- Selecting: kept for this tab, so that it outlasts the page -------------------------------
  var KEY = "muster-selected";
  // A form of these still is of a size that the panel takes.
  var MOST = 5000;
  var last = null;

  // The choice where the browser keeps nothing for a tab: for this page alone.
  var held = null;

  function bar() { return document.getElementById("bulk"); }

  function chosen(form) {
    try {
      var kept = held || JSON.parse(sessionStorage.getItem(KEY)) || {};
      // Somebody else's choice is nobody's.
      if (kept.who === form.dataset.who) return { ids: new Set(kept.ids), view: kept.view };
    } catch (_) { /* nothing kept then */ }
    return { ids: new Set(), view: null };
  }

  function keep(form, ids, view) {
    var choice = { who: form.dataset.who, ids: Array.from(ids), view: view };
    held = null;
    try {
      if (!ids.size && !view) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, JSON.stringify(choice));
    } catch (_) { held = choice; }
  }

  function forget() { held = null; try { sessionStorage.removeItem(KEY); } catch (_) { /* nothing was kept */ } }

  // Shows what is chosen: in the boxes, and in the bar.
  function show(full) {
    var form = bar();
    if (!form) return;
    var choice = chosen(form), everyone = choice.view === form.dataset.view;
    var boxes = all("[data-select]"), ticked = 0;
    boxes.forEach(function (box) {
      box.checked = everyone || choice.ids.has(box.value);
      if (box.checked) ticked += 1;
    });
    var page = here("[data-select-page]");
    if (page) {
      page.hidden = false;
      page.checked = boxes.length > 0 && ticked === boxes.length;
      page.indeterminate = ticked > 0 && ticked < boxes.length;
    }
    var whole = form.querySelector("[data-select-all]");
    if (whole) whole.checked = everyone;
    var count = everyone ? Number(form.dataset.total) : choice.ids.size;
    form.toggleAttribute("data-active", count > 0);
    form.querySelector("[data-select-none]").hidden = false;
    var words = form.querySelector(".bulk-count"), apart = everyone ? 0 : count - ticked;
    var text = full ? words.dataset.full.replace("{n}", shown(MOST))
      : (apart > 0 ? words.dataset.elsewhere : words.dataset.selected).replace("{n}", shown(count)).replace("{m}", shown(apart));
    if (words.textContent !== text) words.textContent = text;
  }

  // Puts boxes into the choice, or takes them out. Out of everyone, those of the page stay.
  function choose(boxes, wanted) {
    var form = bar(), choice = chosen(form), full = false;
    if (choice.view === form.dataset.view) all("[data-select]").forEach(function (box) { choice.ids.add(box.value); });
    boxes.forEach(function (box) {
      if (!wanted) choice.ids.delete(box.value);
      else if (choice.ids.size < MOST) choice.ids.add(box.value);
      else full = true;
    });
    keep(form, choice.ids, null);
    show(full);
  }

  document.addEventListener("click", function (event) {
    var box = event.target.closest("[data-select]");
    if (box && bar()) {
      var boxes = all("[data-select]"), from = boxes.indexOf(last), to = boxes.indexOf(box);
      var span = event.shiftKey && from >= 0 ? boxes.slice(Math.min(from, to), Math.max(from, to) + 1) : [box];
      choose(span, box.checked);
      last = box;
    } else if (event.target.closest("[data-select-page]")) {
      choose(all("[data-select]"), event.target.checked);
    } else if (event.target.closest("[data-select-all]")) {
      keep(bar(), new Set(), event.target.checked ? bar().dataset.view : null);
      show();
    } else if (event.target.closest("[data-select-none]")) {
      forget();
      show();
      // The bar goes, and with it what had the focus.
      var list = rows();
      if (list.length) reach(list[Math.max(0, Math.min(place, list.length - 1))]);
    }
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.matches("[data-clears-selection]")) forget();
    if (form !== bar()) return;
    all("[data-elsewhere-id]", form).forEach(function (field) { field.remove(); });
    var choice = chosen(form);
    if (choice.view === form.dataset.view) return;
    var present = new Set(all("[data-select]").map(function (box) { return box.value; }));
    choice.ids.forEach(function (id) {
      if (present.has(id)) return;
      var field = document.createElement("input");
      field.type = "hidden";
      field.name = "ids";
      field.value = id;
      field.dataset.elsewhereId = "";
      form.append(field);
    });
  });

  window.addEventListener("pageshow", function () { show(); });
  show();

  // ---- When rows are replaced -------------------------------------------------------------------
  // htmx keeps the focus of what has an id. A link is known by where it leads, and a row that went by its place.
  var left = null;

  function isResults(event) { return event.detail.target && event.detail.target.id === "results"; }

  document.addEventListener("htmx:beforeSwap", function (event) {
    var active = document.activeElement;
    left = null;
    if (!event.detail.shouldSwap || !isResults(event) || !event.detail.target.contains(active)) return;
    left = { href: active.getAttribute("href"), id: active.id, place: rowOf(active) };
  });

  document.addEventListener("htmx:afterSwap", function (event) {
    if (!isResults(event)) return;
    show();
    if (!left || event.detail.target.contains(document.activeElement)) return;
    var same = all("#results a[href]").find(function (link) { return link.getAttribute("href") === left.href; });
    var list = rows(), row = left.place < 0 ? null : list[Math.min(left.place, list.length - 1)];
    var target = same || (row && row.querySelector("a[href]"));
    if (target) target.focus({ preventScroll: true });
    left = null;
  });

  function isHere(path) { return path === location.pathname + location.search; }

  // Nobody looks, or somebody is marking text: the next time is early enough.
  document.addEventListener("htmx:beforeRequest", function (event) {
    var cause = event.detail.requestConfig && event.detail.requestConfig.triggeringEvent;
    // Leaving the search is no change of what was searched for.
    if (cause && cause.type === "change" && cause.target.type === "search" && isHere(event.detail.pathInfo.finalRequestPath)) {
      event.preventDefault();
    }
    if (event.detail.elt.id !== "list-watch") return;
    var marked = window.getSelection(), results = document.getElementById("results");
    var marks = marked && !marked.isCollapsed && results && results.contains(marked.anchorNode);
    if (document.hidden || marks) event.preventDefault();
  });

  // One step of the browser's history for what was typed at one go, not one for every letter.
  var typing = false;
  document.addEventListener("htmx:beforeHistoryUpdate", function (event) {
    var cause = event.detail.requestConfig && event.detail.requestConfig.triggeringEvent;
    var typed = !!cause && cause.type === "input";
    var update = event.detail.history;
    if (update && ((typed && typing) || isHere(update.path))) update.type = "replace";
    typing = typed;
  });
})();
