/** Every style of the frame, in order: Mantine in its layer, then the tokens and our base, which win over it. */
import './layers.css';
import '@mantine/core/styles.layer.css';
import './tokens.css';
import './base.css';
