/** How Node, Redis and Postgres say that their port is somebody else's; each names it. */
const complaints = [
  /EADDRINUSE[^"\n]*:(\d+)/,
  /Could not create server TCP listening socket \S+:(\d+)/,
  /Address already in use[\s\S]*?already running on port (\d+)/,
]

/** The port that a program's last words complain about, or null when they speak of something else. */
export function takenPort(lastLines: string): number | null {
  const found = complaints.map((complaint) => complaint.exec(lastLines)?.[1]).find(Boolean)
  return found ? Number(found) : null
}
