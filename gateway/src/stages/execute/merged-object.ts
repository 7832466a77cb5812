/** A merged object. It inherits nothing, so that a missing key is undefined whatever it is called. */
export class MergedObject {
  [key: string]: unknown;
}
Reflect.deleteProperty(MergedObject.prototype, 'constructor');
Object.setPrototypeOf(MergedObject.prototype, null);
