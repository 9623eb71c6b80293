/** Files that are kept for tenants, and what can be said of their bytes. */
@NullMarked
package org.entente.engine.file;

import org.jspecify.annotations.NullMarked;
