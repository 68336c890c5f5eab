/** What the pages need to know of the installation; baked into them when they are built or served. */
export type Deployment = {
  /** "https://moedetraad.example", where the app itself is served. */
  readonly appOrigin: string
  readonly hostTenantId: string
  readonly registrations: { readonly 'forum-data': string; readonly 'my-calendar': string }
  readonly forums: readonly { readonly id: string; readonly name: string }[]
}
