<?php
/**
 * Answers as the shop, for PHP's own server.
 *
 * @package Afterword
 */

define( 'WP_USE_THEMES', true );
// As for any server that leads all addresses to this file.
$_SERVER['PHP_SELF'] = '/index.php';
require __DIR__ . '/wordpress.php';
require ABSPATH . 'wp-settings.php';
wp();
require ABSPATH . WPINC . '/template-loader.php';
// Those that the plug-in makes, or WordPress for it.
echo '<!-- queries: ' . count( preg_grep( '/Afterword_/', array_column( $wpdb->queries, 2 ) ) ) . ' -->';
