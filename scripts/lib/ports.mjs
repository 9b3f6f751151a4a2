import net from 'node:net';

const TAKEN = new Set(['EADDRINUSE', 'EACCES']);

/** False if the port is taken or not allowed; of a host that does not exist the API itself will tell. */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(!TAKEN.has(error.code)));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A free port of the system's choosing. */
export function anyFreePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port: 0, host, exclusive: true }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The first free port from `first` on, trying `tries` of them; undefined if all are taken. */
export async function nextFreePort(first, host, tries = 50) {
  for (let port = first; port < first + tries && port <= 65_535; port += 1) {
    if (await isFree(port, host)) return port;
  }
  return undefined;
}
