import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import type { DashboardData, FromDashboard } from '../folder/dashboardMessages.js';

declare function acquireVsCodeApi(): { postMessage(message: FromDashboard): void };

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
Chart.defaults.animation = false;
const vscode = acquireVsCodeApi();
const { summary, words } = JSON.parse(document.getElementById('data')!.textContent!) as DashboardData;
const canvases = Array.from(document.querySelectorAll('canvas'));

/** Bars beyond these cannot be told apart. */
const maximumBars = 15;
/** Widths of Latin letters, of which a Chinese character takes two: a line of a label, and all its lines. */
const lineWidth = 22;
const maximumLines = 2;
/** Height in pixels of a bar that lies with its label, and of the axis below. */
const lyingBar = 34;
const axis = 40;
const newest = Math.max(...summary.organs.map((row) => row.year ?? 0));
const organs = summary.organs
  .filter((row) => row.year === newest)
  .sort((a, b) => b.received - a.received)
  .slice(0, maximumBars);
const findings = summary.findings.slice(0, maximumBars);

interface Bars {
  readonly label: string;
  readonly data: number[];
  readonly colour: string;
}

let charts: Chart[] = [];
drawAll();
// The theme's colours are in the page's style, and the body's class says that another theme was chosen.
new MutationObserver(drawAll).observe(document.body, { attributeFilter: ['class'] });

document.getElementById('exportCsv')?.addEventListener('click', () => vscode.postMessage({ type: 'exportCsv' }));
document.getElementById('exportHtml')?.addEventListener('click', () => {
  document.documentElement.classList.add('printed');
  drawAll();
  vscode.postMessage({ type: 'exportHtml', charts: canvases.map((canvas) => canvas.toDataURL('image/png')) });
  document.documentElement.classList.remove('printed');
  drawAll();
});

function drawAll(): void {
  charts.forEach((chart) => chart.destroy());
  const years = (['received', 'granted', 'denied', 'carriedOut'] as const).map((key) => ({
    label: words[key],
    data: summary.years.map((row) => row[key]),
    colour: key,
  }));
  const received = { label: words.received, data: organs.map((row) => row.received), colour: 'received' };
  const counts = { label: words.findings, data: findings.map((row) => row.count), colour: 'carriedOut' };
  charts = [
    draw(
      0,
      summary.years.map((row) => String(row.year)),
      years,
    ),
    draw(
      1,
      organs.map((row) => row.organ),
      [received],
      true,
    ),
    draw(
      2,
      findings.map((row) => row.summary),
      [counts],
      true,
    ),
  ];
}

function draw(index: number, labels: string[], bars: readonly Bars[], isLying = false): Chart {
  const canvas = canvases[index]!;
  const style = getComputedStyle(document.body);
  const colour = (name: string) => style.getPropertyValue(`--${name}`);
  if (isLying) canvas.parentElement!.style.height = `${labels.length * lyingBar + axis}px`;
  Chart.defaults.color = colour('text');
  Chart.defaults.borderColor = colour('line');
  Chart.defaults.font.family = style.fontFamily;
  const [values, names] = isLying ? ['x', 'y'] : ['y', 'x'];
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: labels.map((label) => inLines(label)),
      datasets: bars.map((bar) => ({ label: bar.label, data: bar.data, backgroundColor: colour(bar.colour) })),
    },
    options: {
      indexAxis: isLying ? 'y' : 'x',
      maintainAspectRatio: false,
      // The axis names every bar, and the tooltip says the whole of it.
      plugins: { tooltip: { callbacks: { title: ([item]) => (item ? inLines(labels[item.dataIndex]!, Infinity) : []) } } },
      scales: {
        [values!]: { beginAtZero: true, ticks: { precision: 0 }, grid: { lineWidth: 0.5 } },
        [names!]: { grid: { display: false }, ticks: { autoSkip: false, font: { size: 11 } } },
      },
    },
  });
}

/** A label in lines that leave room for its bar; what does not fit ends in an ellipsis. */
function inLines(label: string, most = maximumLines): string[] {
  const lines = [''];
  let width = 0;
  for (const part of label.match(/(?:[\x21-\x7e]+ ?|.)[，。、；：）”]*/gu) ?? []) {
    const wide = Array.from(part).reduce((sum, character) => sum + (character > '\u2000' ? 2 : 1), 0);
    if (width + wide > lineWidth && width > 0) {
      if (lines.length === most) {
        lines[most - 1] = `${lines[most - 1]!.trimEnd().slice(0, -1)}…`;
        return lines;
      }
      lines.push('');
      width = 0;
    }
    lines[lines.length - 1] += part;
    width += wide;
  }
  return lines;
}
