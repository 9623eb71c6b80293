@NullMarked
package org.entente.engine.changeset;

import org.jspecify.annotations.NullMarked;
