// Finds the Chromium of this machine: nothing is downloaded.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The shell has no window to draw for: it needs a quarter less of the processor than the whole browser. */
const BY_NAME = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
};

/** Without the background flags it looks for Google's hosts at every start; root needs --no-sandbox. */
export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--renderer-process-limit=2', '--in-process-gpu', '--disable-gpu-rasterization', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** For pages that live for seconds: compiling their scripts costs a third of a page's time and never pays (a load 0.93 → 0.63 s of the processor, axe 0.26 → 0.22). Not for what measures how a page feels. */
export const SHORT_LIVED = '--js-flags=--jitless';

/** @returns {string | undefined} CHROME_PATH, else one in PATH, else where the system usually keeps it */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const inPath = BY_NAME.flatMap(name => folders.map(folder => join(folder, name)));
  return [process.env.CHROME_PATH, ...inPath, ...(PLACES[process.platform] ?? [])].find(path => path && existsSync(path));
}
