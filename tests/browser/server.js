// A folder under a path of a web server on this machine, as a publisher would put it there.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.html': 'text/html', '.css': 'text/css', '.json': 'application/json', '.xml': 'application/xml', '.svg': 'image/svg+xml' };

// Serves until `close()`. `origin` has no slash at its end; `strays` are the addresses outside of the prefix, or of
// no file, that were asked for.
export async function serve(site) {
  const strays = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    // A browser asks for it of its own accord.
    if (path === '/favicon.ico') return response.writeHead(204).end();
    try {
      if (!path.startsWith(site.prefix)) throw new Error('outside of the prefix');
      let file = normalize(path.slice(site.prefix.length));
      if (file.startsWith('..')) throw new Error('outside of the folder');
      if (path.endsWith('/')) file = join(file, 'index.html');
      const bytes = await readFile(join(site.folder, file));
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(bytes);
    } catch {
      strays.push(path);
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { origin, base: origin + site.prefix, strays, close };
}
