import './claim.test';
import './language.test';
import './reports.test';
