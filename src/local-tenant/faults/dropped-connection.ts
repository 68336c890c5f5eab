/** What a caller sees of a connection that broke: a TypeError, as fetch throws it. */
export class DroppedConnection extends TypeError {
  constructor(when: 'before' | 'after') {
    super(
      when === 'before'
        ? 'fetch failed: the connection was dropped before the request arrived'
        : 'fetch failed: the connection was dropped before the answer arrived',
    )
    this.name = 'DroppedConnection'
  }
}
