// What the F1 page runs. The page can be read and searched without it.
import {HelpPanel} from './help_panel.js';

customElements.define('help-panel', HelpPanel);
document.querySelector('main')?.append(document.createElement('help-panel'));
