"use strict";

// Waits for the next version, then takes what has changed from the same page, asked for again. The scroll place stays, since
// nothing is loaded anew: a page of a document gives way to the next one only when that is drawn.
const AGAIN = 1000;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const seen = () =>
  document.visibilityState === "visible"
    ? Promise.resolve()
    : new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));

function copied(picture) {
  const made = new Image();
  for (const name of ["width", "height", "alt", "decoding", "loading"]) made.setAttribute(name, picture.getAttribute(name));
  made.setAttribute("src", picture.getAttribute("src"));
  return made;
}

async function turn(old, fresh) {
  const near = old.getBoundingClientRect();
  const made = copied(fresh);
  if (near.bottom > -innerHeight && near.top < 2 * innerHeight) {
    made.loading = "eager";
    await made.decode().catch(() => {});
  }
  old.replaceWith(made);
}

async function renewSheets(old, fresh) {
  const now = [...old.querySelectorAll("img")];
  const next = [...fresh.querySelectorAll("img")];
  if (!now.length || !next.length) {
    old.replaceChildren(...(next.length ? next.map(copied) : fresh.childNodes));
    return;
  }
  now.slice(next.length).forEach((picture) => picture.remove());
  old.append(...next.slice(now.length).map(copied));
  const changed = now.slice(0, next.length).map((picture, at) => [picture, next[at]]);
  await Promise.all(changed.filter(([a, b]) => a.getAttribute("src") !== b.getAttribute("src")).map(([a, b]) => turn(a, b)));
}

async function renew() {
  const answer = await fetch(location.pathname, { cache: "no-store" });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("header").replaceWith(fresh.querySelector("header"));
  const [old, next] = [document.querySelector("main"), fresh.querySelector("main")];
  if (old.className === "sheets") await renewSheets(old, next);
  else old.replaceChildren(...next.childNodes);
  document.body.dataset.version = fresh.body.dataset.version;
}

function tellEnd() {
  if (document.querySelector(".ended")) return;
  const note = document.createElement("p");
  note.className = "ended";
  note.textContent = document.body.dataset.ended;
  document.body.prepend(note);
}

async function watch() {
  for (;;) {
    await seen();
    try {
      const version = document.body.dataset.version;
      const answer = await fetch(document.body.dataset.next + version, { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.statusText);
      document.querySelector(".ended")?.remove();
      if ((await answer.text()) !== version) await renew();
    } catch {
      tellEnd();
      await pause(AGAIN);
    }
  }
}

watch();
