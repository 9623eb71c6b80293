/** Long work that a member sets going: imports of files, looked at beforehand, run in chunks. */
@NullMarked
package org.entente.engine.job;

import org.jspecify.annotations.NullMarked;
