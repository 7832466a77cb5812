/** Settings of `npm start` and `npm run serve`: name, meaning, what holds when it is not set. */
export const SETTINGS = [
  { name: 'PORT', meaning: 'port of the gateway', fallback: '4000' },
  {
    name: 'HOST',
    meaning: 'address of the gateway; a demonstration takes none but loopback. TLS ends before it',
    fallback: '127.0.0.1',
  },
  {
    name: 'CHANCERY_DATA',
    meaning: 'folder for the database, keys, passwords, logs, trust agreements',
    fallback: '`.chancery/` in the checkout',
  },
  {
    name: 'CHANCERY_DISK_FREE_MIN',
    meaning:
      'bytes that must be free where data and database are; below, a start fails, and what runs answers nothing until there are',
    fallback: '67108864',
  },
  {
    name: 'CHANCERY_MIRRORS',
    meaning: 'JSON: addresses of the mirrors, which are given every entry, by their verifier keys (docs/ledger.md)',
    fallback: 'none',
  },
  {
    name: 'CHANCERY_WITNESSES',
    meaning: 'JSON: addresses of the witnesses that cosign checkpoints, by their verifier keys (docs/ledger.md)',
    fallback: 'none',
  },
  {
    name: 'DATABASE_URL',
    meaning:
      'administrator of a PostgreSQL of your own, version 15 or newer, built with ICU; then the embedded one is not started',
    fallback: 'none',
  },
];
