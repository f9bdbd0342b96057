import './activation.test';
import './claim.test';
import './commands.test';
import './compare.test';
import './language.test';
import './preview.test';
import './reports.test';
import './worker.test';
