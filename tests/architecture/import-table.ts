/** One row of ARCHITECTURE's import table. Paths are under src/; a path ending in .ts names one file, else a folder. */
export type ImportRow = {
  readonly folder: string
  /** Folders and files this folder may import besides itself. */
  readonly mayImport: readonly string[]
  /** npm packages whose code may be used. */
  readonly packages: readonly string[]
  /** npm packages that may be named in types only. */
  readonly typePackages?: readonly string[]
  /** True where Node's own modules may be used; everything else must run in a browser. */
  readonly node?: true
}

/** Domain folders in the order of the flow: each may import only those before it. */
const domainOrder = [
  'domain/conflict',
  'domain/time',
  'domain/forum',
  'domain/calendar',
  'domain/meeting',
  'domain/agenda',
  'domain/linking',
  'domain/enclosure',
  'domain/proposal',
  'domain/status-note',
  'domain/minutes',
  'domain/follow-up',
  'domain/designation',
  'domain/reading',
]

/** Pure packages of single domain folders. */
const domainPackages: Readonly<Record<string, readonly string[]>> = {
  'domain/agenda': ['fractional-indexing'],
  'domain/conflict': ['node-diff3'],
}

const contracts = ['domain', 'shared', 'workflows/ports.ts', 'workflows/failure.ts']
const react = ['react', 'react-dom', '@fluentui/react-components']

/**
 * Who may import what. The only place where this is said: the rules of dependency-cruiser are made from it
 * (import-rules.ts), and a folder of src that has no row fails the check.
 */
export const importTable: readonly ImportRow[] = [
  { folder: 'shared', mayImport: [], packages: [] },
  ...domainOrder.map((folder, place) => ({
    folder,
    mayImport: ['shared', ...domainOrder.slice(0, place)],
    packages: domainPackages[folder] ?? [],
  })),
  { folder: 'workflows', mayImport: ['domain', 'shared'], packages: [] },
  {
    folder: 'documents',
    mayImport: contracts,
    packages: ['fflate', 'htmlparser2', 'ical.js', 'pdfjs-dist', 'saxes'],
  },
  { folder: 'graph', mayImport: contracts, packages: ['valibot'] },
  { folder: 'sync', mayImport: contracts, packages: ['idb', 'valibot'] },
  {
    folder: 'hosts',
    mayImport: contracts,
    packages: ['@azure/msal-browser', '@microsoft/teams-js', 'valibot'],
    typePackages: ['office-js'],
  },
  { folder: 'ui', mayImport: ['shared'], packages: react },
  {
    folder: 'features',
    // host.ts is a contract, like the ports: what a host is, and no host.
    mayImport: ['workflows', 'domain', 'ui', 'shared', 'hosts/host.ts'],
    packages: [...react, '@tanstack/react-query', 'pdfjs-dist'],
  },
  {
    folder: 'local-tenant',
    mayImport: ['shared'],
    // Vite puts the scripts of the host pages together.
    packages: ['@hono/node-server', 'fflate', 'hono', 'libsql', 'vite'],
    typePackages: ['office-js'],
    node: true,
  },
  {
    folder: 'entry',
    mayImport: [
      'shared',
      'domain',
      'workflows',
      'documents',
      'graph',
      'hosts',
      'sync',
      'ui',
      'features',
      'local-tenant',
    ],
    packages: [
      ...react,
      '@azure/msal-browser',
      '@hono/node-server',
      '@microsoft/app-manifest',
      '@tanstack/react-query',
      '@vitejs/plugin-react',
      'fflate',
      'hono',
      'libsql',
      'saxes',
      'tsx',
      'valibot',
      'vite',
    ],
    node: true,
  },
]

/** The feature that may import its siblings: the shell. */
export const shellFeature = 'features/app'
