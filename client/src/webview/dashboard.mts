import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Title, Tooltip } from 'chart.js';
import type { DashboardData, FromDashboard } from '../folder/dashboardMessages.js';

declare function acquireVsCodeApi(): { postMessage(message: FromDashboard): void };

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Title, Tooltip);
const vscode = acquireVsCodeApi();
const { summary, words } = JSON.parse(document.getElementById('data')!.textContent!) as DashboardData;
const canvases = Array.from(document.querySelectorAll('canvas'));
const style = getComputedStyle(document.body);
Chart.defaults.color = style.color;
Chart.defaults.font.family = style.fontFamily;
Chart.defaults.animation = false;
const colour = (name: string, otherwise: string) => style.getPropertyValue(`--vscode-charts-${name}`) || otherwise;
const colours = {
  received: colour('blue', '#1a73e8'),
  granted: colour('green', '#388e3c'),
  denied: colour('red', '#c62828'),
  carriedOut: colour('orange', '#e68a00'),
};

/** Bars beyond these cannot be told apart. */
const maximumBars = 15;
/** Characters beyond which a label leaves no room for its bar. */
const maximumLabel = 16;
const newest = Math.max(...summary.organs.map((row) => row.year ?? 0));
const organs = summary.organs
  .filter((row) => row.year === newest)
  .sort((a, b) => b.received - a.received)
  .slice(0, maximumBars);
const findings = summary.findings.slice(0, maximumBars);

draw(
  0,
  words.byYear,
  summary.years.map((row) => String(row.year)),
  (['received', 'granted', 'denied', 'carriedOut'] as const).map((key) => ({
    label: words[key],
    data: summary.years.map((row) => row[key]),
    backgroundColor: colours[key],
  })),
);
draw(
  1,
  `${words.byOrgan} · ${newest}`,
  organs.map((row) => row.organ),
  [{ label: words.received, data: organs.map((row) => row.received), backgroundColor: colours.received }],
  true,
);
draw(
  2,
  words.findings,
  findings.map((row) => (row.summary.length > maximumLabel ? `${row.summary.slice(0, maximumLabel)}…` : row.summary)),
  [{ label: words.findings, data: findings.map((row) => row.count), backgroundColor: colours.carriedOut }],
  true,
);

document.getElementById('exportCsv')?.addEventListener('click', () => vscode.postMessage({ type: 'exportCsv' }));
document.getElementById('exportHtml')?.addEventListener('click', () => {
  vscode.postMessage({ type: 'exportHtml', charts: canvases.map((canvas) => canvas.toDataURL('image/png')) });
});

interface Bars {
  readonly label: string;
  readonly data: number[];
  readonly backgroundColor: string;
}

function draw(index: number, title: string, labels: string[], datasets: Bars[], isLying = false): void {
  const canvas = canvases[index];
  if (!canvas) return;
  new Chart(canvas, {
    type: 'bar',
    data: { labels, datasets },
    options: {
      indexAxis: isLying ? 'y' : 'x',
      maintainAspectRatio: false,
      plugins: { title: { display: true, text: title }, legend: { display: datasets.length > 1 } },
      scales: { [isLying ? 'x' : 'y']: { beginAtZero: true, ticks: { precision: 0 } } },
    },
  });
}
