/** A port cannot be listened on; the message says why and how to choose another. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable';
}

/** Awaits `listening` on a port that an environment variable names. @throws {PortUnavailable} */
export async function onPort<T>(
  listening: Promise<T>,
  variable: 'PORT' | 'METRICS_PORT',
  { host, port }: { readonly host: string; readonly port: number },
): Promise<T> {
  try {
    return await listening;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') {
      throw new PortUnavailable(
        `Port ${port} of ${host} is in use by another program; stop it or set ${variable} to another port.`,
        { cause: error },
      );
    }
    if (code === 'EACCES') {
      throw new PortUnavailable(
        `This account may not listen on port ${port} of ${host}; set ${variable} to one of 1024 or more.`,
        { cause: error },
      );
    }
    throw error;
  }
}
