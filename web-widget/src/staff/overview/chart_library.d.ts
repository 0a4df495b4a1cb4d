// What we use of Chart.js 3.9, which the build takes from Debian's libjs-chart.js.

declare module 'chart.js' {
  export class Chart {
    constructor(canvas: HTMLCanvasElement, configuration: object);
    static register(...parts: unknown[]): void;
    options: object;
    data: object;
    update(mode?: 'none'): void;
    resize(): void;
    destroy(): void;
  }
  export const BarController: unknown;
  export const BarElement: unknown;
  export const CategoryScale: unknown;
  export const LinearScale: unknown;
  export const LineController: unknown;
  export const LineElement: unknown;
  export const PointElement: unknown;
  export const Tooltip: unknown;
}
