<?php
/**
 * The reviews of the current product, where WooCommerce's template single-product-reviews.php would be.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

Afterword_Pages::print_reviews( (int) get_the_ID() );
