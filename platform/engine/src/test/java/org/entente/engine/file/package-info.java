@NullMarked
package org.entente.engine.file;

import org.jspecify.annotations.NullMarked;
