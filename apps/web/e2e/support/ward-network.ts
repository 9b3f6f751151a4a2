import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/**
 * How the network is: `up`; `cut` (no connection); `silent` (connected, and nothing ever comes); `portal` (a captive
 * portal's page for every address); a status that a gateway gives in place of the server.
 */
type State = 'up' | 'cut' | 'silent' | 'portal' | 500 | 502 | 503;

const PORTAL = '<!doctype html><title>Guest Wi-Fi</title><h1>Accept our terms</h1>';

/** A network between browser and product that a test can break. The browser takes it as its proxy. */
export class WardNetwork {
  #state: State = 'up';
  /** Paths that the product was asked for, in order. */
  readonly asked: string[] = [];
  /** Put at the end of the service worker's program: another one than before is a new version. */
  release = '';
  readonly #hanging = new Set<Socket>();
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((request, reply) => this.#pass(request, reply));

  get state(): State {
    return this.#state;
  }

  /** What hung in a silence comes to nothing when it ends. */
  set state(state: State) {
    this.#state = state;
    for (const socket of this.#hanging) socket.destroy();
    this.#hanging.clear();
  }

  /** Gives the address for the browser's settings. */
  async start(): Promise<string> {
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#server.on('connect', ({ url }, socket: Socket) => this.#tunnel(url ?? '', socket));
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.state = 'cut';
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What the tests ask by themselves, beside the browser. */
  #tunnel(address: string, socket: Socket): void {
    if (this.state !== 'up') return void socket.destroy();
    const [host, port] = address.split(':');
    const onward = connect(Number(port), host ?? '', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  }

  #pass(request: IncomingMessage, reply: ServerResponse): void {
    const { state } = this;
    if (state === 'cut') return void request.socket.destroy();
    if (state === 'silent') return void this.#hanging.add(request.socket);
    if (state === 'portal') return void reply.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL);
    if (state !== 'up') return void reply.writeHead(state, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    const { pathname, search, hostname, port } = new URL(request.url ?? '/');
    this.asked.push(pathname);
    const { method } = request;
    const headers = { ...request.headers };
    if (this.release !== '') {
      // Text can be added only to what comes, and comes uncompressed.
      delete headers['if-none-match'];
      delete headers['if-modified-since'];
      headers['accept-encoding'] = 'identity';
    }
    const onward = ask({ hostname, port, path: pathname + search, method, headers }, (answer) => {
      const { 'content-length': length, ...others } = answer.headers;
      const asItIs = this.release === '' || pathname !== '/service-worker.js';
      reply.writeHead(answer.statusCode ?? 502, asItIs ? answer.headers : others);
      if (asItIs) return void answer.pipe(reply);
      answer.pipe(reply, { end: false });
      answer.once('end', () => reply.end(`\n// ${this.release}, after ${length ?? 'some'} bytes\n`));
    });
    onward.on('error', () => request.socket.destroy());
    request.pipe(onward);
  }
}
