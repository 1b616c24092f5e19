#!/usr/bin/env node
// Lighthouse 12 against the release binary, with 100,000 agents: prints the scores of the pages people look at most,
// what a first visit transfers, and how long the server takes for a page. Fails when a score is below 100.
//
//   cargo build --release --locked --features jemalloc && tests/lighthouse/run.mjs
//
// It needs Node.js 18 or newer, Chromium, and for the first time the npm registry. The people come from the panel's own
// demo directory. Nothing stays behind but the reports in target/lighthouse.
//
//   MUSTER_BIN          the binary, target/release/muster
//   LIGHTHOUSE          the command, `npx --yes lighthouse@12`
//   LIGHTHOUSE_PEOPLE   100000
//   LIGHTHOUSE_PRESET   desktop; otherwise a middling phone on a slow network, which is the harder one
//   CHROME_PATH         /usr/bin/chromium

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = process.env.MUSTER_BIN ?? join(root, 'target/release/muster');
const command = (process.env.LIGHTHOUSE ?? 'npx --yes lighthouse@12').split(' ');
const people = Number(process.env.LIGHTHOUSE_PEOPLE ?? 100_000);
const preset = process.env.LIGHTHOUSE_PRESET;
const reports = join(root, 'target/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** Starts the demo; answers what it printed, by name. */
async function start() {
  const panel = spawn(binary, ['demo'], { env: { ...process.env, MUSTER_LOG: 'warn' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  panel.stdout.on('data', data => { said += data; });
  const found = await until('the panel to start', () => {
    if (panel.exitCode !== null) throw new Error(`${binary} ended with ${panel.exitCode}`);
    return /Listening on (\S+)[^]*Administrator:\s+(\S+)\s+password: (\S+)[^]*People:\s+(\S+)/.exec(said);
  });
  const [, url, email, password, file] = found;
  return { panel, url, email, password, file };
}

async function until(what, look, seconds = 300) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const found = await look();
    if (found) return found;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`waited ${seconds} s for ${what}`);
}

/** A visitor without scripts: keeps the cookie and the form's token. */
class Visitor {
  cookies = new Map();

  constructor(url) { this.url = url; }

  get cookie() { return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '); }

  async send(path, options = {}) {
    const headers = { accept: 'text/html', cookie: this.cookie, origin: this.url, ...options.headers };
    const answer = await fetch(this.url + path, { ...options, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split(/=(.*)/s);
      this.cookies.set(name, value);
    }
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
  }

  async post(page, path, fields) {
    const { text } = await this.send(page);
    const token = /name="csrf_token" value="([^"]+)"/.exec(text)[1];
    const answer = await this.send(path, { method: 'POST', body: new URLSearchParams({ ...fields, csrf_token: token }) });
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  }

  async json(path) { return JSON.parse((await this.send(path, { headers: { accept: 'application/json' } })).text); }
}

/** The demo's people, and so many more that there are as many as wanted. */
function fill(file) {
  const demo = JSON.parse(readFileSync(file, 'utf8'));
  const first = ['Anna', 'Bernd', 'Chiara', 'Dmitri', 'Elif', 'Fatima', 'Giorgos', 'Hanna', 'Ivan', 'Júlia'];
  const last = ['Aaltonen', 'Brandt', 'Costa', 'Dvořák', 'Eriksen', 'Fischer', 'García', 'Horváth', 'Ivanova', 'Jansen'];
  for (let at = demo.people.length; at < people; at += 1) {
    const uid = `u${String(at).padStart(6, '0')}`;
    const name = `${first[at % 10]} ${last[Math.floor(at / 10) % 10]} ${Math.floor(at / 100)}`;
    demo.people.push({ uid, name, mail: `${uid}@demo.test`, phone: `+49 30 ${5_000_000 + at}`, password: uid });
  }
  writeFileSync(file, JSON.stringify(demo));
}

/** Half of the answers took no longer than the first, all but one in a hundred no longer than the second; ms. */
async function serverTime(visitor, path, times = 100) {
  const took = [];
  for (let at = 0; at < times; at += 1) {
    const start = performance.now();
    await visitor.send(path);
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  return [took[Math.floor(times / 2)], took[Math.floor(times * 0.99)]];
}

function lighthouse(url, cookie, report) {
  const options = [url, '--quiet', '--output=json', `--output-path=${report}`, `--only-categories=${CATEGORIES}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage'];
  if (preset) options.push(`--preset=${preset}`);
  if (cookie) options.push(`--extra-headers=${JSON.stringify({ Cookie: cookie })}`);
  const environment = { CHROME_PATH: '/usr/bin/chromium', ...process.env };
  return new Promise((resolve, reject) => {
    const run = spawn(command[0], [...command.slice(1), ...options], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
    run.on('error', reject);
    run.on('close', status => (status === 0 ? resolve(JSON.parse(readFileSync(report, 'utf8'))) : reject(new Error(`lighthouse ended with ${status}`))));
  });
}

/** What keeps a page from 100, a line each. */
function shortfalls(report) {
  const missing = [];
  for (const category of CATEGORIES) {
    for (const { id, weight } of report.categories[category].auditRefs) {
      const { score, title, displayValue } = report.audits[id];
      if (weight > 0 && score !== null && score < 1) missing.push(`    ${category}: ${title} (${displayValue ?? score})`);
    }
  }
  return missing;
}

async function main() {
  mkdirSync(reports, { recursive: true });
  const { panel, url, email, password, file } = await start();
  let below = 0;
  try {
    fill(file);
    const visitor = new Visitor(url);
    await visitor.post('/login', '/login', { email, password });
    const { location } = await visitor.post('/imports', '/imports', {});
    const run = await until('the import to end', async () => {
      const now = await visitor.json(location);
      return now.state !== 'running' && now;
    }, 600);
    console.log(`${run.state}: ${run.added} agents imported; Lighthouse as a ${preset ?? 'phone'}`);
    console.log(`${'page'.padEnd(24)}${['performance', 'accessibility', 'practices', 'requests', 'KiB', 'p50 ms', 'p99 ms'].map(name => name.padStart(14)).join('')}`);
    for (const path of ['/login', '/agents', '/settings/ldap/index', location]) {
      const name = path.slice(1).replaceAll('/', '-');
      const cookie = path === '/login' ? '' : visitor.cookie;
      const report = await lighthouse(url + path, cookie, join(reports, `${name}.json`));
      if (new URL(report.finalDisplayedUrl).pathname !== path) throw new Error(`${path} led to ${report.finalDisplayedUrl}`);
      const scores = CATEGORIES.map(category => Math.round(report.categories[category].score * 100));
      const requests = report.audits['network-requests'].details.items;
      const bytes = requests.reduce((sum, request) => sum + (request.transferSize ?? 0), 0);
      const times = await serverTime(path === '/login' ? new Visitor(url) : visitor, path);
      const cells = [...scores, requests.length, (bytes / 1024).toFixed(1), ...times.map(time => time.toFixed(1))];
      console.log(`${path.padEnd(24)}${cells.map(cell => String(cell).padStart(14)).join('')}`);
      if (scores.some(score => score < 100)) {
        below += 1;
        console.log(shortfalls(report).join('\n'));
      }
    }
  } finally {
    panel.kill('SIGTERM');
    await new Promise(resolve => { panel.on('exit', resolve); if (panel.exitCode !== null) resolve(); });
  }
  if (below > 0) throw new Error(`${below} pages are below 100`);
}

main().catch(error => {
  console.error(`tests/lighthouse: ${error.message}`);
  process.exit(1);
});
