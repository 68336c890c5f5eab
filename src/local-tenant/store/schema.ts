/** Tables of the tenant. Persons are named by their short id everywhere; wire shapes are made when answering. */
export const schemaSql = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tenants (id TEXT PRIMARY KEY, name TEXT NOT NULL, domain TEXT NOT NULL, position INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS consents (tenant_id TEXT, registration TEXT, scopes TEXT NOT NULL, PRIMARY KEY (tenant_id, registration));
CREATE TABLE IF NOT EXISTS persons (
  id TEXT PRIMARY KEY, oid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, mail TEXT NOT NULL, home_tenant TEXT NOT NULL,
  job_title TEXT NOT NULL, about TEXT NOT NULL, position INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS persons_mail ON persons (mail COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS guests (person_id TEXT, tenant_id TEXT, oid TEXT NOT NULL, PRIMARY KEY (person_id, tenant_id));

CREATE TABLE IF NOT EXISTS sites (
  id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, drive_id TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS site_rights (site_id TEXT, person_id TEXT, role TEXT NOT NULL, PRIMARY KEY (site_id, person_id));
CREATE TABLE IF NOT EXISTS lists (
  id TEXT PRIMARY KEY, site_id TEXT NOT NULL, name TEXT NOT NULL, display_name TEXT NOT NULL, description TEXT NOT NULL,
  template TEXT NOT NULL, version INTEGER NOT NULL, next_item INTEGER NOT NULL, closed INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, modified_at TEXT NOT NULL, modified_by TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS lists_name ON lists (site_id, name COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS list_columns (
  id TEXT PRIMARY KEY, list_id TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, definition TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS list_columns_name ON list_columns (list_id, name);
CREATE TABLE IF NOT EXISTS items (
  list_id TEXT NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, fields TEXT NOT NULL, version INTEGER NOT NULL,
  content_type TEXT NOT NULL, created_at TEXT NOT NULL, created_by TEXT NOT NULL, modified_at TEXT NOT NULL,
  modified_by TEXT NOT NULL, deleted INTEGER NOT NULL, seq INTEGER NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS items_id ON items (list_id, id);
CREATE INDEX IF NOT EXISTS items_seq ON items (list_id, seq);
CREATE TABLE IF NOT EXISTS item_index (
  list_id TEXT, column_name TEXT, value, item_id INTEGER, PRIMARY KEY (list_id, column_name, value, item_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS item_versions (
  list_id TEXT, item_id INTEGER, version INTEGER, fields TEXT NOT NULL, modified_at TEXT NOT NULL, modified_by TEXT NOT NULL,
  PRIMARY KEY (list_id, item_id, version));

CREATE TABLE IF NOT EXISTS contents (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS drives (
  id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, site_id TEXT, person_id TEXT, list_id TEXT, name TEXT NOT NULL,
  quota INTEGER NOT NULL, created_at TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS drives_site ON drives (site_id);
CREATE INDEX IF NOT EXISTS drives_person ON drives (person_id);
CREATE TABLE IF NOT EXISTS drive_items (
  drive_id TEXT NOT NULL, id TEXT NOT NULL, parent_id TEXT, name TEXT NOT NULL, name_key TEXT NOT NULL, folder INTEGER NOT NULL,
  size INTEGER NOT NULL, mime TEXT NOT NULL, content_id INTEGER, guid TEXT NOT NULL, e_version INTEGER NOT NULL,
  c_version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by TEXT NOT NULL, modified_at TEXT NOT NULL,
  modified_by TEXT NOT NULL, list_item_id INTEGER, special TEXT, deleted INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (drive_id, id));
CREATE UNIQUE INDEX IF NOT EXISTS drive_items_name ON drive_items (drive_id, parent_id, name_key) WHERE deleted = 0;
CREATE INDEX IF NOT EXISTS drive_items_seq ON drive_items (drive_id, seq);
CREATE INDEX IF NOT EXISTS drive_items_row ON drive_items (drive_id, list_item_id);
CREATE TABLE IF NOT EXISTS drive_versions (
  drive_id TEXT, item_id TEXT, version INTEGER, size INTEGER NOT NULL, content_id INTEGER NOT NULL,
  modified_at TEXT NOT NULL, modified_by TEXT NOT NULL, PRIMARY KEY (drive_id, item_id, version));
CREATE TABLE IF NOT EXISTS upload_sessions (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL, target TEXT NOT NULL, total INTEGER NOT NULL, received INTEGER NOT NULL, expires_at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS upload_chunks (session_id TEXT, start INTEGER, bytes BLOB NOT NULL, PRIMARY KEY (session_id, start));

CREATE TABLE IF NOT EXISTS events (
  mailbox TEXT NOT NULL, id TEXT NOT NULL, immutable_id TEXT NOT NULL, ical_uid TEXT NOT NULL, master_id TEXT, kind TEXT NOT NULL,
  original_start TEXT, start_utc TEXT NOT NULL, end_utc TEXT NOT NULL, data TEXT NOT NULL, version INTEGER NOT NULL,
  transaction_id TEXT, created_at TEXT NOT NULL, modified_at TEXT NOT NULL, deleted INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (mailbox, id));
CREATE INDEX IF NOT EXISTS events_immutable ON events (mailbox, immutable_id);
CREATE INDEX IF NOT EXISTS events_start ON events (mailbox, start_utc);
CREATE INDEX IF NOT EXISTS events_ical ON events (ical_uid);
CREATE INDEX IF NOT EXISTS events_master ON events (mailbox, master_id);
CREATE INDEX IF NOT EXISTS events_seq ON events (mailbox, seq);
CREATE TABLE IF NOT EXISTS messages (
  mailbox TEXT NOT NULL, id TEXT NOT NULL, immutable_id TEXT NOT NULL, short_id TEXT, folder TEXT NOT NULL, received_at TEXT NOT NULL,
  data TEXT NOT NULL, version INTEGER NOT NULL, event_ical_uid TEXT, created_at TEXT NOT NULL, modified_at TEXT NOT NULL,
  PRIMARY KEY (mailbox, id));
CREATE INDEX IF NOT EXISTS messages_immutable ON messages (mailbox, immutable_id);
CREATE INDEX IF NOT EXISTS messages_received ON messages (mailbox, folder, received_at);
CREATE TABLE IF NOT EXISTS attachments (
  mailbox TEXT NOT NULL, owner_id TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, content_type TEXT NOT NULL,
  size INTEGER NOT NULL, content_id INTEGER NOT NULL, inline INTEGER NOT NULL, cid TEXT, modified_at TEXT NOT NULL,
  PRIMARY KEY (mailbox, owner_id, id));
CREATE TABLE IF NOT EXISTS chats (
  id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, topic TEXT NOT NULL, join_url TEXT NOT NULL, organizer TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS chat_members (chat_id TEXT, person_id TEXT, PRIMARY KEY (chat_id, person_id));
CREATE TABLE IF NOT EXISTS activity_notifications (
  id INTEGER PRIMARY KEY, recipient TEXT NOT NULL, sender TEXT NOT NULL, body TEXT NOT NULL, sent_at TEXT NOT NULL);
`
