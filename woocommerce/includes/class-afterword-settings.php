<?php
/**
 * The settings page.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/** One field below WooCommerce's menu, and what the plug-in does. */
class Afterword_Settings {

	const PAGE = 'afterword';
	const SAVE = 'afterword_save';

	public static function hook() {
		add_action( 'admin_menu', array( __CLASS__, 'add_page' ), 60 );
		add_action( 'admin_post_' . self::SAVE, array( __CLASS__, 'save' ) );
		add_action( 'activated_plugin', array( __CLASS__, 'activated' ), 10, 2 );
		add_filter( 'plugin_action_links_' . plugin_basename( AFTERWORD_FILE ), array( __CLASS__, 'add_link' ) );
	}

	public static function add_page() {
		add_submenu_page( 'woocommerce', 'Afterword', 'Afterword', 'manage_woocommerce', self::PAGE, array( __CLASS__, 'show' ) );
	}

	public static function add_link( $links ) {
		$link = sprintf( '<a href="%s">%s</a>', esc_url( self::address() ), esc_html__( 'Settings', 'afterword' ) );
		return array_merge( array( $link ), $links );
	}

	/**
	 * Whoever activates the plug-in, alone and for this site, is led here instead of back to the list of plug-ins.
	 *
	 * @param string $plugin     The plug-in that was activated.
	 * @param bool   $is_network Whether it was for a network of sites.
	 */
	public static function activated( $plugin, $is_network ) {
		$is_alone = isset( $_GET['action'] ) && 'activate' === $_GET['action']; // phpcs:ignore WordPress.Security -- WordPress has checked the nonce.
		if ( plugin_basename( AFTERWORD_FILE ) === $plugin && $is_alone && ! $is_network && class_exists( 'WC_Data_Store' ) && current_user_can( 'manage_woocommerce' ) ) {
			add_filter(
				'wp_redirect',
				function () {
					return self::address();
				}
			);
		}
	}

	private static function address( $done = '' ) {
		return add_query_arg( array_filter( array( 'page' => self::PAGE, 'done' => $done ) ), admin_url( 'admin.php' ) );
	}

	public static function save() {
		if ( ! current_user_can( 'manage_woocommerce' ) ) {
			wp_die( esc_html__( 'You may not do this.', 'afterword' ), 403 );
		}
		check_admin_referer( self::SAVE );
		wp_safe_redirect( self::address( self::enter( isset( $_POST['shop'] ) ? trim( wp_unslash( $_POST['shop'] ) ) : '' ) ) ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- only an address is taken out of it.
		exit;
	}

	/**
	 * Takes what the merchant entered, and asks Afterword at once.
	 *
	 * @param string $text The lines or the address; empty to use the connection.
	 * @return string What became of it.
	 */
	public static function enter( $text ) {
		$shop = Afterword_Shop::parse( $text );
		if ( '' !== $text && ! $shop ) {
			return 'unknown';
		}
		$shop ? update_option( Afterword_Shop::ENTERED, $shop->address() ) : delete_option( Afterword_Shop::ENTERED );
		Afterword_Shop::find_connected();
		if ( ! Afterword_Shop::current() ) {
			return 'none';
		}
		return Afterword_Answers::renew() ? 'saved' : 'silent';
	}

	private static function notices() {
		return array(
			'saved'   => array( 'success', __( 'Saved. Your shop shows the reviews in Afterword.', 'afterword' ) ),
			'none'    => array( 'success', __( 'Saved. Your shop shows WooCommerce\'s own reviews.', 'afterword' ) ),
			'silent'  => array( 'warning', __( 'Saved, but Afterword has not answered with reviews. The plug-in asks again every five minutes. Check the shop\'s name in the address, and that the shop shows its reviews.', 'afterword' ) ),
			'unknown' => array( 'error', __( 'Not saved: this has no address of a shop\'s reviews in it, such as https://reviews.example.com/p/acme.', 'afterword' ) ),
		);
	}

	public static function show() {
		Afterword_Shop::find_connected();
		$shop    = Afterword_Shop::current();
		$entered = (string) get_option( Afterword_Shop::ENTERED, '' );
		$done    = isset( $_GET['done'] ) ? sanitize_key( $_GET['done'] ) : ''; // phpcs:ignore WordPress.Security.NonceVerification -- it only chooses a sentence.
		$notice  = self::notices()[ $done ] ?? null;

		echo '<div class="wrap"><h1>Afterword</h1>';
		if ( $notice ) {
			printf( '<div class="notice notice-%s"><p>%s</p></div>', esc_attr( $notice[0] ), esc_html( $notice[1] ) );
		}
		if ( 'yes' !== get_option( 'woocommerce_enable_reviews' ) || 'yes' !== get_option( 'woocommerce_enable_review_rating' ) ) {
			$warning = __( 'WooCommerce shows no reviews or stars, and so none of Afterword\'s: switch on product reviews and star ratings in WooCommerce, Settings, Products.', 'afterword' );
			printf( '<div class="notice notice-warning"><p>%s</p></div>', esc_html( $warning ) );
		}
		self::show_form( $shop, $entered );
		if ( $shop ) {
			self::show_rest( $shop );
		}
		echo '</div>';
	}

	private static function show_form( $shop, $entered ) {
		printf( '<form method="post" action="%s">', esc_url( admin_url( 'admin-post.php' ) ) );
		printf( '<input type="hidden" name="action" value="%s">', esc_attr( self::SAVE ) );
		wp_nonce_field( self::SAVE );
		printf(
			'<p><label for="afterword-shop"><strong>%s</strong></label></p><p><textarea id="afterword-shop" name="shop" rows="3" class="large-text code" aria-describedby="afterword-about">%s</textarea></p>',
			esc_html__( 'Your shop\'s code', 'afterword' ),
			esc_textarea( $entered )
		);
		printf(
			'<p id="afterword-about" class="description">%s</p>',
			esc_html__( 'Paste the lines from Settings, In your shop, in Afterword\'s console, or the address of your reviews, such as https://reviews.example.com/p/acme. Leave it empty if you have connected this shop in the console.', 'afterword' )
		);
		if ( $shop && '' === $entered ) {
			/* translators: %s: the address of the shop's reviews. */
			printf( '<p>%s</p>', esc_html( sprintf( __( 'Connected with %s by WooCommerce\'s webhooks.', 'afterword' ), $shop->address() ) ) );
		}
		submit_button();
		echo '</form>';
	}

	private static function show_rest( Afterword_Shop $shop ) {
		printf( '<h2>%s</h2>', esc_html__( 'What changes in your shop', 'afterword' ) );
		foreach ( array(
			__( 'Stars, the reviews tab and the data for search engines are those of Afterword. WooCommerce\'s own reviews stay stored, and are back when you deactivate this plug-in.', 'afterword' ),
			__( 'While this plug-in is active, WooCommerce sends no review requests of its own, because Afterword does. WooCommerce\'s setting stays as it is, and counts again when you deactivate this plug-in.', 'afterword' ),
		) as $sentence ) {
			printf( '<p>%s</p>', esc_html( $sentence ) );
		}
		printf( '<h2>%s</h2>', esc_html__( 'Earlier reviews', 'afterword' ) );
		printf(
			'<p>%s</p><p><a class="button" href="%s" onclick="window.open(this.dataset.console)" data-console="%s">%s</a></p>',
			esc_html__( 'Download all reviews of this shop, with spam and those that wait, answers, and photos of CusRev. Then import the file in Afterword\'s console under Files, Move here, which tries it before anything is stored.', 'afterword' ),
			esc_url( wp_nonce_url( admin_url( 'admin-post.php?action=' . Afterword_Old_Reviews::ACTION ), Afterword_Old_Reviews::ACTION ) ),
			esc_url( $shop->base . '/console/files#import' ),
			esc_html__( 'Download earlier reviews, and open the console', 'afterword' )
		);
	}
}
