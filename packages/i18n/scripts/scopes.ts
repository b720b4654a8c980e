/** Namespaces of the platform's own site alone: the only ones where its name may stand. */
export const platformOnly: readonly string[] = ['platform']

/** All that the platform's site loads. */
export const platformNamespaces = ['common', 'errors', 'platform']
