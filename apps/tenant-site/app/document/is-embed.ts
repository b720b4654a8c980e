/** A mix inside another site: without the site's frame, and often without storage. */
export const isEmbed = (pathname: string): boolean => /^(?:\/(?:en|es|pt|fr))?\/embed\//.test(pathname)
