/** The name of a property in the database: `sentAt` is `sent_at`. */
export function columnNameOf(property: string): string {
  return property.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`).replace(/^_/, '');
}
