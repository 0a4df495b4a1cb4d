// What the F1 page runs. The page can be read and searched without it.
import {HelpPanel} from './f1/help_panel.js';

customElements.define('help-panel', HelpPanel);
document.querySelector('main')?.append(document.createElement('help-panel'));
