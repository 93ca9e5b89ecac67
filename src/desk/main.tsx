import { render } from 'preact';
import { App } from './app.tsx';
import { Desk } from './desk.ts';
import { DeskContext } from './desk-context.ts';
import './style/desk.css';

const place = document.getElementById('desk');
if (place !== null) {
  const desk = new Desk(place.dataset['editor'] ?? '');
  const asked = new URLSearchParams(location.search);
  const [story, report] = [asked.get('story'), asked.get('report')];
  void desk.listStories();
  void desk.reports.look();
  if (story !== null) desk.open(story);
  if (report !== null) void desk.reports.openOne(report);
  addEventListener('pagehide', () => void desk.work.value?.drafts.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void desk.work.value?.drafts.flush();
  });
  render(
    <DeskContext.Provider value={desk}>
      <App />
    </DeskContext.Provider>,
    place,
  );
}
