import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshFolder, type LaunchedStudio, launch, quit } from '../helpers/app';

/** What the policy forbids is tried from inside the page: it fails and is reported (E13). */
let studio: LaunchedStudio;
beforeAll(async () => {
  studio = await launch({}, await freshFolder());
});
afterAll(() => quit(studio));

const inPage = <T>(run: () => T | Promise<T>): Promise<T> => studio.page.evaluate(run);

describe('what the policy forbids fails and is reported (E13)', () => {
  const attempts: Readonly<Record<string, () => Promise<string> | string>> = {
    'an inline script': () => {
      const script = document.createElement('script');
      script.textContent = 'window.__ran = "inline"';
      document.head.append(script);
      return String((window as unknown as { __ran?: string }).__ran);
    },
    // In a task of its own: code that the test's debugger evaluates directly is exempt from the policy.
    eval: () =>
      new Promise((done) => {
        setTimeout(() => {
          try {
            done(String(new Function('return "ran"')()));
          } catch {
            done('undefined');
          }
        });
      }),
    'an event attribute': () => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.__ran = "attribute"');
      button.click();
      return String((window as unknown as { __ran?: string }).__ran);
    },
    'markup written as text': () => {
      const box = document.createElement('div');
      try {
        box.innerHTML = '<img src="x" onerror="1">';
      } catch {
        return 'undefined';
      }
      return 'written';
    },
    'a policy of its own': () => {
      const policies = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } })
        .trustedTypes;
      try {
        policies.createPolicy('mine', { createHTML: (text: string) => text });
      } catch {
        return 'undefined';
      }
      return 'made';
    },
    'a remote script': () =>
      new Promise((done) => {
        const script = document.createElement('script');
        script.src = 'https://blocked.example/x.js';
        script.onload = () => done('loaded');
        script.onerror = () => done('undefined');
        document.head.append(script);
      }),
    'a remote image': () =>
      new Promise((done) => {
        const image = new Image();
        image.onload = () => done('loaded');
        image.onerror = () => done('undefined');
        image.src = 'https://blocked.example/x.png';
      }),
    'a remote style': () =>
      new Promise((done) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = 'https://blocked.example/x.css';
        link.onload = () => done('loaded');
        link.onerror = () => done('undefined');
        document.head.append(link);
      }),
    'an inline style without the nonce': () => {
      const style = document.createElement('style');
      style.textContent = 'html { --ran: yes }';
      document.head.append(style);
      return getComputedStyle(document.documentElement).getPropertyValue('--ran') || 'undefined';
    },
    'a remote font': () =>
      new FontFace('x', 'url(https://blocked.example/x.woff2)').load().then(
        () => 'loaded',
        () => 'undefined',
      ),
    'a request': () =>
      fetch('https://blocked.example/').then(
        () => 'loaded',
        () => 'undefined',
      ),
    'a beacon': () => (navigator.sendBeacon('https://blocked.example/', 'x') ? 'undefined' : 'undefined'),
    'a socket': () =>
      new Promise((done) => {
        try {
          const socket = new WebSocket('wss://blocked.example/');
          socket.onopen = () => done('loaded');
          socket.onerror = () => done('undefined');
        } catch {
          done('undefined');
        }
      }),
    'an event stream': () =>
      new Promise((done) => {
        const stream = new EventSource('https://blocked.example/');
        stream.onopen = () => done('loaded');
        stream.onerror = () => done('undefined');
      }),
    'a worker': () =>
      new Promise((done) => {
        try {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
          worker.onmessage = () => done('loaded');
          worker.onerror = () => done('undefined');
        } catch {
          done('undefined');
        }
      }),
    'a frame': () =>
      new Promise((done) => {
        const frame = document.createElement('iframe');
        frame.src = 'https://blocked.example/';
        document.body.append(frame);
        setTimeout(() => {
          const inside = frame.contentDocument === null ? 'refused' : frame.contentDocument.URL;
          frame.remove();
          done(inside === 'refused' || inside === 'about:blank' ? 'undefined' : inside);
        }, 300);
      }),
    'a data page in a frame': () =>
      new Promise((done) => {
        const frame = document.createElement('iframe');
        frame.src = 'data:text/html,<script>parent.postMessage("ran", "*")</script>';
        addEventListener('message', (event) => done(String(event.data)), { once: true });
        document.body.append(frame);
        setTimeout(() => {
          frame.remove();
          done('undefined');
        }, 300);
      }),
    'a plug-in': () => {
      const object = document.createElement('object');
      object.data = 'https://blocked.example/x.pdf';
      document.body.append(object);
      object.remove();
      return 'undefined';
    },
    'a base address': () => {
      const base = document.createElement('base');
      base.href = 'https://blocked.example/';
      document.head.append(base);
      const resolved = new URL('x', document.baseURI).origin;
      base.remove();
      return resolved === 'https://blocked.example' ? 'changed' : 'undefined';
    },
  };

  test.each(Object.keys(attempts))('%s', async (what) => {
    const attempt = attempts[what] as () => Promise<string> | string;
    const reported = studio.page.evaluate(
      () =>
        new Promise<boolean>((done) => {
          document.addEventListener('securitypolicyviolation', () => done(true), { once: true });
          setTimeout(() => done(false), 1_500);
        }),
    );
    // The policy stops some of them at the very assignment, by an exception.
    const outcome = await studio.page.evaluate(attempt).catch((error: Error) => {
      if (/requires 'Trusted(HTML|Script|ScriptURL)' assignment/.test(error.message)) return 'undefined';
      throw error;
    });
    expect(outcome).toBe('undefined');
    expect(await reported, `${what} was not reported`).toBe(true);
  });

  test('a peer connection finds no candidate', async () => {
    const candidates = await inPage(async () => {
      const found: string[] = [];
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:blocked.example:3478' }] });
      peer.createDataChannel('x');
      peer.onicecandidate = (event) => {
        if (event.candidate !== null && event.candidate.candidate !== '') found.push(event.candidate.candidate);
      };
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((done) => setTimeout(done, 800));
      peer.close();
      return found;
    });
    expect(candidates).toEqual([]);
  });
});
