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
