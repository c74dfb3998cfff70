import { Catch, type ExceptionFilter } from '@nestjs/common';

/**
 * Nest logs whatever a resolver throws as an error, with its stack. Most of it is what a client may be told; what is not,
 * the presenter of errors logs once, with the request it belongs to.
 */
@Catch()
export class Rethrown implements ExceptionFilter {
  catch(error: unknown): never {
    throw error;
  }
}
