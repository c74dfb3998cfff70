/** A content is longer than is accepted. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** The store of files does not answer, or fails for now; asking again may help. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
