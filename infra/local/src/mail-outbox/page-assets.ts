/** Small enough to ride in the page. */
export const styles = `
:root { color-scheme: light dark; --paper: light-dark(#f6f3ec, #15140f); --sheet: light-dark(#fffdf8, #1d1b16); --ink: light-dark(#1b1a16, #ece7da);
  --soft: light-dark(#686357, #a39c8b); --rule: light-dark(#ddd6c6, #35322a); --mark: light-dark(#b5371a, #ff8a5c); font: 15px/1.45 ui-sans-serif, system-ui, sans-serif; }
* { box-sizing: border-box; margin: 0; }
body { display: grid; grid: auto 1fr / 22rem 1fr; height: 100dvh; background: var(--paper); color: var(--ink); }
a { color: inherit; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
header { grid-column: 1 / -1; display: flex; align-items: baseline; gap: 1rem; padding: .9rem 1.25rem; border-bottom: 1px solid var(--rule); }
h1 { font-size: 1.05rem; letter-spacing: -.01em; } h1 a { text-decoration: none; }
header p, dt, nav span, time, label { color: var(--soft); font-size: .85rem; }
header form { margin-left: auto; display: flex; align-items: baseline; gap: .6rem; }
input { font: .85rem ui-monospace, monospace; padding: .35rem .6rem; width: 15rem; max-width: 40vw; color: inherit; background: var(--sheet); border: 1px solid var(--rule); border-radius: 3px; }
nav { overflow: auto; border-right: 1px solid var(--rule); }
nav ol { list-style: none; padding: 0; }
nav a { display: grid; grid-template: "b t" "s s" / 1fr auto; gap: 0 .75rem; padding: .7rem 1.25rem; text-decoration: none; border-bottom: 1px solid var(--rule); }
nav b { grid-area: b; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav span { grid-area: s; font-family: ui-monospace, monospace; font-size: .8rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav time { grid-area: t; font-variant-numeric: tabular-nums; }
nav a:hover { background: var(--sheet); } nav [aria-current] { background: var(--sheet); box-shadow: inset 3px 0 var(--mark); }
.none { padding: 1.25rem; color: var(--soft); }
main { display: flex; flex-direction: column; gap: .9rem; padding: 1.5rem 1.75rem 0; overflow: auto; min-width: 0; }
h2 { font-size: 1.6rem; line-height: 1.2; letter-spacing: -.02em; text-wrap: balance; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .9rem; align-items: baseline; } dd { overflow-wrap: anywhere; font: .85rem ui-monospace, monospace; }
.bar { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .75rem; border-bottom: 1px solid var(--rule); }
.tabs { display: flex; gap: 1.25rem; } .tabs a { padding: .45rem 0; text-decoration: none; color: var(--soft); border-bottom: 2px solid transparent; }
.tabs [aria-current] { color: var(--ink); border-color: var(--mark); }
.bar form { display: flex; gap: .4rem; padding-bottom: .45rem; }
button { font: inherit; font-size: .85rem; padding: .3rem .75rem; color: inherit; background: none; border: 1px solid var(--rule); border-radius: 3px; cursor: pointer; } button:hover { border-color: var(--mark); }
.events { list-style: none; padding: 0; font-size: .85rem; }
iframe { flex: 1; min-height: 26rem; width: 100%; border: 1px solid var(--rule); border-bottom: 0; background: #fff; } iframe.phone { width: 390px; max-width: 100%; align-self: center; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.55 ui-monospace, monospace; max-width: 78ch; padding-bottom: 2rem; }
table { border-collapse: collapse; font: .85rem ui-monospace, monospace; } th, td { text-align: left; vertical-align: top; padding: .4rem 1rem .4rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; } th { white-space: nowrap; font-weight: 500; color: var(--soft); }
.empty { margin: auto; text-align: center; color: var(--soft); text-wrap: balance; } .empty p:first-child { font-size: 1.3rem; color: var(--ink); }
.back { display: none; }
@media (max-width: 52rem) { body { grid: auto 1fr / 1fr; } header { flex-wrap: wrap; } header p { display: none; } nav { border: 0; } main { padding-inline: 1.25rem; }
  body:not(.reading) main { display: none; } .reading nav { display: none; } .back { display: block; color: var(--soft); } }
`

/** Shows new mails as they come; without it, reloading does. */
export const script = `
new EventSource('/changes').onmessage = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
  for (const part of ['nav', 'header p', '.events', '.empty']) {
    const [now, next] = [document.querySelector(part), page.querySelector(part)]
    if (now && next) now.replaceChildren(...next.childNodes)
  }
  document.title = page.title
}
`
