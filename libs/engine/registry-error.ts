/** Two parts of the slices claim one name, or a part lacks what it needs. Booting fails on it. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
}
