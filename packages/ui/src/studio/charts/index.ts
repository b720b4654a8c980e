export { type ChartColumn, ColumnChart, type ColumnChartProps } from './column-chart.tsx'
export { RetentionChart, type RetentionChartProps } from './retention-chart.tsx'
export { ShareList, type ShareRow } from './share-list.tsx'
