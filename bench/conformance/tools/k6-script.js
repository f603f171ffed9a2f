import http from 'k6/http';
import { check, group } from 'k6';
export const options = { vus: 2, iterations: 20, thresholds: {
  http_req_failed: ['rate<0.01'], 'http_req_duration': ['p(95)<500', 'p(99)<0.001'], 'checks{kind:ok}': ['rate>0.9'] } };
export default function () {
  const ok = http.get(`${__ENV.TARGET_URL}/orders/1`);
  check(ok, { 'status is 200': (r) => r.status === 200 }, { kind: 'ok' });
  group('broken orders', () => {
    const bad = http.get(`${__ENV.TARGET_URL}/fail`);
    check(bad, { 'broken is 200': (r) => r.status === 200 });
  });
}

