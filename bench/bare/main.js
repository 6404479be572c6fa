/** The floor of P1 and P2: an Electron window of the studio's size that shows one line, with the same preferences. */
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.removeMenu();
  void window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
