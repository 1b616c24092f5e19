// Keeps an open page in step with the panel, and what is done on it from being lost.
(function () {
  "use strict";
  var htmx = window.htmx;

  // ---- Polls change only what differs -----------------------------------------------------------
  // What is the same stays the very element: with its focus, caret, selection, scroll position, open folds and
  // menus, and with what was typed or ticked in it, which is not in the markup.
  function steady(from, to) {
    if (from.nodeType !== Node.ELEMENT_NODE) {
      if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
      return;
    }
    if (from.isEqualNode(to) || from.matches("form[data-sending]")) return;
    // app.js keeps its words.
    if (from.matches("time[data-relative]") && from.dateTime === to.dateTime) return;
    // And list.js those of the choice, which would be read out twice.
    if (from.matches(".bulk-count")) return;
    attributes(from, to);
    children(from, to);
  }

  function attributes(from, to) {
    // Whoever looks has opened or closed it.
    function isTheirs(name) { return name === "open" && from.tagName === "DETAILS"; }
    Array.from(from.attributes).forEach(function (one) {
      if (!to.hasAttribute(one.name) && !isTheirs(one.name)) from.removeAttribute(one.name);
    });
    Array.from(to.attributes).forEach(function (one) {
      if (from.getAttribute(one.name) !== one.value && !isTheirs(one.name)) from.setAttribute(one.name, one.value);
    });
  }

  function isTheSame(a, b) {
    return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id || "") === (b.id || "");
  }

  // Which of those from `at` on becomes `next`: what has an id is known by it, the rest by its place.
  function match(at, next) {
    if (!next.id) return at && isTheSame(at, next) ? at : null;
    while (at && !isTheSame(at, next)) at = at.nextSibling;
    return at;
  }

  function children(from, to) {
    var at = from.firstChild;
    Array.from(to.childNodes).forEach(function (next) {
      var there = match(at, next);
      if (!there) {
        from.insertBefore(next, at);
        return;
      }
      while (at !== there) at = remove(at);
      steady(at, next);
      at = at.nextSibling;
    });
    while (at) at = remove(at);
  }

  function remove(node) {
    var next = node.nextSibling;
    node.remove();
    return next;
  }

  htmx.defineExtension("steady", {
    isInlineSwap: function (style) { return style === "steady"; },
    handleSwap: function (style, target, fragment) {
      if (style !== "steady") return false;
      var focused = document.activeElement;
      var next = fragment.firstElementChild;
      if (fragment.childElementCount === 1 && isTheSame(next, target)) {
        if (target.id === "live") sessionIs(target, next);
        steady(target, next);
      } else {
        children(target, fragment);
      }
      // A button that is gone leaves its place to the page, not to nobody.
      if (focused && !focused.isConnected) {
        var main = document.getElementById("main");
        if (main) main.focus({ preventScroll: true });
      }
      return [target];
    }
  });

  // A page asks by itself, on the clock or because it heard that something changed.
  function isPoll(element, config) {
    var event = config && config.triggeringEvent;
    if (event) return event.type.indexOf("muster:") === 0;
    return !!element && element.matches('[hx-trigger*="every "]');
  }

  document.addEventListener("htmx:configRequest", function (event) {
    if (!isPoll(event.detail.elt, event.detail)) return;
    event.detail.headers["Muster-Poll"] = "1"; // does not keep the session alive
    event.detail.timeout = 10000;
  });

  document.addEventListener("htmx:beforeSwap", function (event) {
    var detail = event.detail;
    if (!detail.shouldSwap || !isPoll(detail.requestConfig.elt, detail.requestConfig)) return;
    detail.swapOverride = "steady";
  });

  // ---- The connection to Muster -----------------------------------------------------------------
  var FIRST = 1000;
  var LONGEST = 30000;
  var wait = FIRST;
  var timer = null;
  var lost = false;
  var out = false;
  var asking = false;

  function show(id, shown) {
    var line = document.getElementById(id);
    if (line && line.hidden === shown) line.hidden = !shown;
  }

  function ask(element) {
    if (!element) return;
    asking = true;
    htmx.ajax("get", element.getAttribute("hx-get"), { source: element });
    asking = false;
  }

  function askAll() {
    document.querySelectorAll('[hx-get][hx-trigger*="every "]').forEach(ask);
  }

  function probe() { return document.getElementById("live"); }

  function retry() {
    clearTimeout(timer);
    timer = null;
    // What nobody sees waits until somebody looks.
    if (!lost || document.hidden) return;
    if (probe()) ask(probe());
    else if (!canKnock) isBack();
    // A page that asks nothing by itself.
    else knock().then(function (status) { if (isAway(status)) isLost(); else isBack(); });
  }

  function isLost() {
    lost = true;
    show("connection-lost", true);
    if (timer) return;
    // Not all pages of all people in the same moment.
    timer = setTimeout(retry, wait * (0.8 + 0.4 * Math.random()));
    wait = Math.min(wait * 2, LONGEST);
  }

  function isBack() {
    wait = FIRST;
    if (!lost) return;
    lost = false;
    clearTimeout(timer);
    timer = null;
    show("connection-lost", false);
    askAll();
  }

  function atOnce() {
    if (document.hidden) return;
    wait = FIRST;
    if (lost) retry();
    else askAll();
  }

  // Also what a proxy says for a panel that is away, and a panel whose store is.
  function isAway(status) { return status === 0 || status === 502 || status === 503 || status === 504; }

  document.addEventListener("htmx:beforeRequest", function (event) {
    var element = event.detail.elt;
    if (asking || !isPoll(element, event.detail.requestConfig)) return;
    if (document.hidden || lost || (out && element !== probe())) event.preventDefault();
  });
  document.addEventListener("htmx:sendError", isLost);
  document.addEventListener("htmx:timeout", isLost);
  document.addEventListener("htmx:afterRequest", function (event) {
    var status = event.detail.xhr ? event.detail.xhr.status : 0;
    if (status === 0) return; // one of the above, or broken off by the page itself
    if (!isAway(status)) isBack();
    else if (isPoll(event.detail.elt, event.detail.requestConfig)) isLost();
  });
  window.addEventListener("online", atOnce);
  window.addEventListener("offline", isLost);
  document.addEventListener("visibilitychange", atOnce);

  // ---- The session ended while the page was open ------------------------------------------------
  // What somebody clicked leads to the sign-in. A poll says so, and takes nobody away from what they type.
  document.addEventListener("htmx:beforeOnLoad", function (event) {
    var detail = event.detail;
    if (!isPoll(detail.elt, detail.requestConfig)) return;
    if (detail.xhr.status === 401) {
      event.preventDefault();
      isOut(true);
    } else if (detail.xhr.status < 400) {
      isOut(false);
    }
  });

  function isOut(ended) {
    out = ended;
    show("signed-out", ended);
  }

  // They have signed in again, in another tab: forms that are open here go on under the new session.
  function sessionIs(before, now) {
    if (before.dataset.session === now.dataset.session) return;
    var same = before.dataset.who === now.dataset.who;
    show("someone-else", !same);
    if (!same) return;
    document.querySelectorAll("input[name=csrf_token]").forEach(function (field) {
      field.value = now.dataset.token;
    });
  }

  // ---- A form that cannot arrive is not sent ----------------------------------------------------
  // The browser would show its own error in the place of the page, and what was typed would be gone.
  var canKnock = !!(window.AbortSignal && AbortSignal.timeout && HTMLFormElement.prototype.requestSubmit);

  function knock() {
    var live = probe();
    var path = live ? live.getAttribute("hx-get") : "/healthz";
    var headers = { "HX-Request": "true", "HX-Current-URL": location.href, "Muster-Poll": "1" };
    var answer = fetch(path, { headers: headers, cache: "no-store", signal: AbortSignal.timeout(5000) });
    return answer.then(function (response) { return response.status; }, function () { return 0; });
  }

  document.addEventListener("submit", function (event) {
    if (!canKnock) return; // the browser sends it as it always did
    var form = event.target;
    var submitter = event.submitter;
    var method = (submitter && submitter.getAttribute("formmethod")) || form.getAttribute("method") || "get";
    if (method.toLowerCase() !== "post" || form.matches("[hx-post], [data-sending]")) return;
    if (form.dataset.arrives) {
      delete form.dataset.arrives;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.knocking) return;
    form.dataset.knocking = "1";
    knock().then(function (status) {
      delete form.dataset.knocking;
      show("not-sent", isAway(status));
      if (isAway(status)) {
        if (probe()) isLost();
      } else if (status === 401) {
        isOut(true);
      } else {
        form.dataset.arrives = "1";
        form.requestSubmit(submitter);
        delete form.dataset.arrives; // a field that is not filled in keeps it
      }
    });
  }, true);
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    document.querySelectorAll("form[data-knocking]").forEach(function (form) { delete form.dataset.knocking; });
    atOnce();
  });
})();
