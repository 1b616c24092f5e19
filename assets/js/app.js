// Makes the pages live. Every page works without it.
(function () {
  "use strict";
  var root = document.documentElement;

  // ---- Ages -------------------------------------------------------------------------------------
  // The texts come with the page, in its language; the rules are those of `web::components::age`. Change both together.
  var WORDS = JSON.parse(document.body.dataset.ageWords);

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  function relative(at, now) {
    var seconds = Math.trunc((now - at) / 1000);
    var past = seconds >= 0;
    var s = Math.abs(seconds);
    if (s < 1) return WORDS.now;
    if (s < 86400) {
      var texts = past ? WORDS.ago : WORDS.in;
      if (s < 60) return fill(texts[0], { n: s });
      return s < 3600 ? fill(texts[1], { n: Math.trunc(s / 60) }) : fill(texts[2], { n: Math.trunc(s / 3600) });
    }
    if (s < 172800) return past ? WORDS.yesterday : WORDS.tomorrow;
    var then = new Date(at);
    var parts = { day: then.getUTCDate(), month: WORDS.months[then.getUTCMonth()], year: then.getUTCFullYear() };
    return fill(parts.year === new Date(now).getUTCFullYear() ? WORDS.date : WORDS.dateWithYear, parts);
  }

  // The server's clock counts, not the visitor's.
  var ahead = 0;
  function serverTimeIs(text) {
    var off = Date.parse(text || "") - Date.now();
    // A `Date` header counts whole seconds: less than two apart is the same time.
    if (Math.abs(off - ahead) > 2000) ahead = off;
  }
  var meta = document.querySelector('meta[name="server-time"]');
  serverTimeIs(meta && meta.content);

  function tick() {
    var now = Date.now() + ahead;
    document.querySelectorAll("time[data-relative]").forEach(function (time) {
      var at = Date.parse(time.dateTime);
      if (isNaN(at)) return;
      var text = relative(at, now);
      if (time.textContent !== text) time.textContent = text;
    });
  }
  setInterval(function () { if (!document.hidden) tick(); }, 1000);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) tick(); });

  // ---- `/` goes to the search, Escape leaves it -------------------------------------------------
  function isTyping(element) {
    return !!element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.isComposing) return;
    var active = document.activeElement;
    if (event.key === "Escape" && active && active.matches("[data-search]")) {
      event.preventDefault(); // a search field would empty itself
      active.blur();
      return;
    }
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.body.dataset.shortcuts === "off" || isTyping(active)) return;
    var search = document.querySelector("[data-search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  // ---- The menu of a small screen goes when the focus leaves it: it would cover what has the focus then -------------
  document.addEventListener("focusin", function (event) {
    if (!HTMLElement.prototype.hidePopover || event.target.closest("[popovertarget], [popover]")) return;
    var menu = document.querySelector("[popover]:popover-open");
    if (menu) menu.hidePopover();
  });

  // ---- Theme ------------------------------------------------------------------------------------
  function showTheme() {
    var theme = root.dataset.theme || "system";
    document.querySelectorAll("[data-theme-choice]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
      button.parentElement.hidden = false;
    });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-theme-choice]");
    if (!button) return;
    var theme = button.dataset.themeChoice;
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (theme === "system") localStorage.removeItem("muster-theme");
      else localStorage.setItem("muster-theme", theme);
    } catch (_) { /* not remembered then */ }
    showTheme();
  });
  showTheme();

  // ---- A form is sent once ----------------------------------------------------------------------
  // `aria-disabled`, not `disabled`: the focus stays, and the button's name and value are still sent.
  function sending(form, submitter) {
    form.dataset.sending = "1";
    form.querySelectorAll("button:not([type=button])").forEach(function (button) {
      button.setAttribute("aria-disabled", "true");
      if (button !== submitter || !button.dataset.busy) return;
      button.dataset.idle = button.textContent;
      button.textContent = button.dataset.busy;
    });
    // An abandoned navigation tells nobody.
    setTimeout(function () { sent(form); }, 60000);
  }

  function sent(form) {
    delete form.dataset.sending;
    form.querySelectorAll("button[aria-disabled]").forEach(function (button) {
      button.removeAttribute("aria-disabled");
      if (button.dataset.idle === undefined) return;
      button.textContent = button.dataset.idle;
      delete button.dataset.idle;
    });
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    var submitter = event.submitter;
    var method = (submitter && submitter.getAttribute("formmethod")) || form.getAttribute("method") || "get";
    if (method.toLowerCase() !== "post" || (submitter && "download" in submitter.dataset)) return;
    if (form.dataset.sending) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    sending(form, submitter);
  }, true);

  window.addEventListener("pageshow", function (event) {
    tick();
    if (event.persisted) document.querySelectorAll("form[data-sending]").forEach(sent);
  });

  // ---- What a swap must not take away -----------------------------------------------------------
  // htmx keeps the focus of what has an id; typed text, open folds and scroll positions are kept here.
  // A poll takes nothing away: see live.js.
  var kept = null;

  function isTyped(field) {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.tagName === "SELECT") {
      return Array.prototype.some.call(field.options, function (option) { return option.selected !== option.defaultSelected; });
    }
    return field.value !== field.defaultValue;
  }

  function keep(target) {
    var memory = { typed: [], folds: [], scrolls: [], caret: [] };
    target.querySelectorAll("input[id], textarea[id], select[id]").forEach(function (field) {
      if (field.type !== "hidden" && isTyped(field)) memory.typed.push([field.id, field.value, field.checked]);
    });
    var active = document.activeElement;
    if (active && active.id && target.contains(active) && typeof active.selectionStart === "number") {
      memory.caret.push([active.id, active.selectionStart, active.selectionEnd]);
    }
    target.querySelectorAll("details[id]").forEach(function (fold) { memory.folds.push([fold.id, fold.open]); });
    [target].concat(Array.from(target.querySelectorAll("[id]"))).forEach(function (box) {
      if (box.id && (box.scrollTop || box.scrollLeft)) memory.scrolls.push([box.id, box.scrollTop, box.scrollLeft]);
    });
    return memory;
  }

  function restore(memory) {
    function each(list, put) {
      list.forEach(function (item) {
        var element = document.getElementById(item[0]);
        if (element) put(element, item);
      });
    }
    each(memory.typed, function (field, item) { field.value = item[1]; if ("checked" in field) field.checked = item[2]; });
    each(memory.caret, function (field, item) { field.setSelectionRange(item[1], item[2]); });
    each(memory.folds, function (fold, item) { fold.open = item[1]; });
    each(memory.scrolls, function (box, item) { box.scrollTop = item[1]; box.scrollLeft = item[2]; });
  }

  // Only for reads: the answer to a sent form decides itself what the form shows.
  document.addEventListener("htmx:beforeSwap", function (event) {
    var verb = event.detail.requestConfig && event.detail.requestConfig.verb;
    var steady = event.detail.swapOverride === "steady";
    kept = event.detail.shouldSwap && verb === "get" && !steady ? keep(event.detail.target) : null;
  });
  document.addEventListener("htmx:afterSwap", function () {
    if (kept) restore(kept);
    kept = null;
    tick();
  });

  // What had the focus may be gone with a swap: then the first control of what came instead has it, or all of it.
  var left = null;
  document.addEventListener("htmx:beforeSwap", function (event) {
    var target = event.detail.target, active = document.activeElement;
    if (event.detail.shouldSwap && target.id && active !== document.body && target.contains(active)) left = target.id;
  });
  document.addEventListener("htmx:afterSettle", function () {
    var place = left && document.getElementById(left);
    left = null;
    if (!place || (document.activeElement && document.activeElement !== document.body)) return;
    var next = place.querySelector("a[href], button, input:not([type=hidden]), select, textarea, summary") || place;
    if (next === place) place.tabIndex = -1;
    next.focus({ preventScroll: true });
  });

  // An address to bookmark says only what is filtered.
  document.addEventListener("htmx:configRequest", function (event) {
    if (!event.detail.elt.matches("form.filters")) return;
    Array.from(event.detail.formData.keys()).forEach(function (name) {
      if (event.detail.formData.getAll(name).join("") === "") event.detail.formData.delete(name);
    });
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    var xhr = event.detail.xhr;
    if (xhr && xhr.status > 0) serverTimeIs(xhr.getResponseHeader("Date"));
    var form = event.detail.elt && event.detail.elt.closest("form[data-sending]");
    if (form) sent(form);
  });
})();
