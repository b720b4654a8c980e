const paths = {
  play: 'M7 4v16l13-8z',
  pause: 'M6 4h4.5v16H6zM13.5 4H18v16h-4.5z',
  previous: 'M5 4h3v16H5zM20 4v16L8.5 12z',
  next: 'M16 4h3v16h-3zM4 4v16l11.5-8z',
  back: 'M11 5V1L5 6l6 5V7a6 6 0 1 1-6 6H3a8 8 0 1 0 8-8z',
  forward: 'M13 5V1l6 5-6 5V7a6 6 0 1 0 6 6h2a8 8 0 1 1-8-8z',
  queue: 'M3 5h13v2.4H3zM3 10.8h13v2.4H3zM3 16.6h8V19H3zM15 13.5v7l6-3.5z',
  sound:
    'M4 3h2.4v7H4zM4 15h2.4v6H4zM2.6 10.6h5.2V14H2.6zM10.8 3h2.4v2.5h-2.4zM10.8 10.5h2.4V21h-2.4zM9.4 6.2h5.2v3.4H9.4zM17.6 3H20v11h-2.4zM17.6 19H20v2h-2.4zM16.2 14.8h5.2v3.4h-5.2z',
  volume: 'M3 9v6h4l5 5V4L7 9zM15 8.5a4.5 4.5 0 0 1 0 7zM15 4.2v2.2a6 6 0 0 1 0 11.2v2.2a8 8 0 0 0 0-15.6z',
  muted: 'M3 9v6h4l5 5V4L7 9zM20.6 9.8l-1.4-1.4-2.1 2.1L15 8.4l-1.4 1.4 2.1 2.2-2.1 2.1 1.4 1.5 2.1-2.2 2.1 2.2 1.4-1.5-2.1-2.1z',
  close: 'M5.6 4.2 12 10.6l6.4-6.4 1.4 1.4-6.4 6.4 6.4 6.4-1.4 1.4-6.4-6.4-6.4 6.4-1.4-1.4 6.4-6.4-6.4-6.4z',
  down: 'M4.6 8 12 15.4 19.4 8l1.6 1.6-9 9-9-9z',
  handle: 'M4 8h16v2.2H4zM4 13.8h16V16H4z',
  share: 'M12 2l5 5-1.5 1.5L13 6v9h-2V6L8.500 8.500 7 7zM5 11h3v2H7v7h10v-7h-1v-2h3v11H5z',
  cast: 'M3 5h18v14h-6v-2h4V7H5v3H3zM3 12a7 7 0 0 1 7 7H8a5 5 0 0 0-5-5zM3 16a3 3 0 0 1 3 3H3z',
} as const
export type IconName = keyof typeof paths

export const Icon = ({ name }: { name: IconName }) => (
  <svg className="pl-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
)
