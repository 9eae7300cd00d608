import "@sms/components/phone_field/phone_field";
import {PhoneField} from "@web/views/fields/phone/phone_field";
import {patch} from "@web/core/utils/patch";

/** A phone number offers a call, and no text message by Odoo's paid service. */
patch(PhoneField, {
    defaultProps: {...PhoneField.defaultProps, enableButton: false},
});
