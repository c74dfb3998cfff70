import './trusted-types.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/base.css';
import '../styles/components.css';
import '../styles/forms.css';
import { App } from './app.js';

const page = document.getElementById('page');
if (page === null) throw new Error('The page has no element #page to be drawn in.');
createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
