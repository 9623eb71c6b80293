@NullMarked
package org.entente.engine.model;

import org.jspecify.annotations.NullMarked;
