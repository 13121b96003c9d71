import { createContext } from 'react';

/** True below a layout that already draws the `main` of the page. */
export const InsideMain = createContext(false);
