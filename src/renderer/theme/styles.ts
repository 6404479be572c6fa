/** The styles of the frame, in order: resets in their layer, then the tokens and our base, which win over them. */
import './layers.css';
import '@mantine/core/styles/global.layer.css';
import './tokens.css';
import './base.css';
